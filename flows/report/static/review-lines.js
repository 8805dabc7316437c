// Which ledger line a record's line joins: the lines that may be the same, likeliest first, in a dialog.
"use strict";

window.pledgebook.lines = (() => {
  const { element, foreign } = window.pledgebook.card;
  const SHOWN = 8;
  const LINE = /led_[0-9a-f]{16}/;

  function words(text) {
    return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  }

  function shared(some, others) {
    return others.filter((each) => some.includes(each)).length;
  }

  /** How much an entry looks like the same commitment as another: parties and words of the action. */
  function likeness(entry, other, wanted) {
    const found = words(other.action);
    const common = [...found].filter((word) => wanted.has(word)).length;
    const parties = 2 * shared(entry.promisors, other.promisors) + shared(entry.beneficiaries, other.beneficiaries);
    return parties + (6 * common) / Math.max(found.size, wanted.size, 1);
  }

  /**
   * An entry of each of the likeliest other lines. Without words typed, lines that share a promisor; else those
   * that hold every word, or the one line whose name or address was typed.
   */
  function candidates(records, entry, typed) {
    const named = typed.match(LINE)?.[0];
    const needed = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = words(entry.action);
    const best = new Map();
    for (const other of records.entries()) {
      if (other.line === null || other.line === entry.line) continue;
      if (named ? other.line !== named : needed.some((word) => !records.text(other).includes(word))) continue;
      if (needed.length === 0 && shared(entry.promisors, other.promisors) === 0) continue;
      const score = likeness(entry, other, wanted);
      if (score > (best.get(other.line)?.score ?? -1)) best.set(other.line, { score, other });
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, SHOWN).map(({ other }) => other);
  }

  function parties(records, entry) {
    const [who, whom] = [entry.promisors, entry.beneficiaries].map((side) => records.named(side).join(", "));
    return whom === "" ? who : `${who} → ${whom}`;
  }

  /** A line in words, by one of its entries. */
  function told(records, entry) {
    return `${parties(records, entry)}: ${entry.action}`;
  }

  function choice(records, entry, first) {
    const size = records.lineSize(entry.line);
    const { day, title } = records.document(entry.document);
    const input = element("input", { type: "radio", name: "line", value: entry.id, checked: first });
    const more = [day, `${size} ${size === 1 ? "record" : "records"}`].filter(Boolean).join(", ");
    const about = element("span", { className: "muted" }, ` ${more}, `, foreign(title));
    return element("li", {}, element("label", {}, input, " ", element("span", {}, foreign(told(records, entry)), about)));
  }

  /** Fill the dialog's list with what fits the words typed. */
  function draw(list, records, entry, typed) {
    const found = candidates(records, entry, typed);
    const none = element("li", { className: "none" }, typed === "" ? "No other line shares a promisor: type words of it." : "No other line has these words.");
    list.replaceChildren(...(found.length === 0 ? [none] : found.map((each, at) => choice(records, each, at === 0))));
    return found.length;
  }

  return { draw, told };
})();
