// A commitment that the machine missed: a place in a document, which its page hands over in the address.
"use strict";

window.pledgebook.missed = (() => {
  const FORCE = "pledge"; // where the form begins

  /** How many characters a text has as the book counts them; strings count some twice. */
  function characters(text) {
    return [...text].length;
  }

  function given(hash) {
    return Object.fromEntries(new URLSearchParams(hash.replace(/^#/, "")));
  }

  /** Whether an address asks to add a commitment. */
  function asked(hash) {
    return "add" in given(hash);
  }

  /** The verdict's key in the browser. */
  function key(cells) {
    return `add.${cells.document_id}.${cells.start_char}.${characters(cells.action)}`;
  }

  /**
   * The record to add, as those of the book with empty fields; null where the address names no such place.
   * `add` is the document, `at` and `from` are the first characters of the action and its sentence.
   */
  function record(hash, records) {
    const { add, at, from, action, sentence } = given(hash);
    const place = records.documentPlace(add ?? "");
    if (place === null || ![at, from].every((number) => /^\d{1,9}$/.test(number ?? "")) || !action || !sentence) return null;
    const before = [...sentence].slice(0, Number(at) - Number(from)).join("");
    if (Number(at) < Number(from) || !sentence.startsWith(action, before.length)) return null;
    const document = records.document(place);
    const blank = Object.fromEntries(records.columns.map((column) => [column, ""]));
    const known = { document_id: document.id, source_name: document.source, published_on: document.day };
    const cells = { ...blank, ...records.defaults, ...known, force: FORCE, sentence, action, start_char: at };
    return {
      entry: null,
      cells,
      sentenceStart: Number(from),
      paragraph: [[before, []], [action, ["action"]], [sentence.slice(before.length + action.length), []]],
      title: document.title,
      page: `documents/${document.id}.html`,
      line: null,
    };
  }

  /** The record's cells with what the form says; words of another place of the sentence begin elsewhere. */
  function filled(shown, changes) {
    const cells = { ...shown.cells, ...changes };
    if ("action" in changes) {
      const before = cells.sentence.slice(0, cells.sentence.indexOf(cells.action));
      cells.start_char = String(shown.sentenceStart + characters(before));
    }
    return cells;
  }

  return { asked, key, record, filled };
})();
