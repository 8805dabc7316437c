// Which records the review page asks for, and in which order.
"use strict";

window.pledgebook.queue = (() => {
  const DEFAULTS = {
    ...{ order: "doubtful", force: "", category: "", publisher: "", actor: "", least: "", most: "", q: "" },
    ...{ size: "100", batch: "1", line: "", document: "", record: "" },
  };
  const ORDERS = {
    doubtful: null, // the order of the index
    newest: (a, b) => a.document - b.document, // documents are listed by day, the newest first
  };
  const NUMBERS = { size: /^[1-9]\d{0,2}$/, batch: /^[1-9]\d{0,5}$/, least: /^\d{1,3}$/, most: /^\d{1,3}$/ };

  /** The view that an address asks for; what it can't mean falls back to the defaults. */
  function readAddress(hash, records) {
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    const view = { ...DEFAULTS };
    for (const name of Object.keys(DEFAULTS)) view[name] = given.get(name) ?? DEFAULTS[name];
    if (!Object.hasOwn(ORDERS, view.order)) view.order = DEFAULTS.order;
    for (const name of ["force", "category"]) if (!records.allowed[name].includes(view[name])) view[name] = "";
    for (const [name, pattern] of Object.entries(NUMBERS)) if (!pattern.test(view[name])) view[name] = DEFAULTS[name];
    return view;
  }

  /** The address of a view: what differs from the defaults. */
  function writeAddress(view) {
    const told = Object.entries(view).filter(([name, value]) => value !== DEFAULTS[name]);
    return `#${new URLSearchParams(told)}`;
  }

  /** The places in a list that hold the wanted text: exactly where one does, else as a part. */
  function matching(list, wanted) {
    const exact = list.indexOf(wanted);
    if (exact >= 0) return (place) => list[place] === wanted;
    const part = wanted.toLowerCase();
    const places = new Set(list.flatMap((text, place) => (text.toLowerCase().includes(part) ? [place] : [])));
    return (place) => places.has(place);
  }

  /** What an entry must meet. One line or document is asked for as a whole, else what nobody has reviewed. */
  function tests(records, view) {
    const all = [];
    if (view.line !== "") all.push((entry) => entry.line === view.line);
    if (view.document !== "") {
      const place = records.documentPlace(view.document);
      all.push((entry) => entry.document === place);
    }
    if (all.length === 0) all.push((entry) => !entry.reviewed);
    for (const name of ["force", "category"]) if (view[name] !== "") all.push((entry) => entry[name] === view[name]);
    if (view.least !== "") all.push((entry) => entry.confidence >= Number(view.least));
    if (view.most !== "") all.push((entry) => entry.confidence <= Number(view.most));
    if (view.actor !== "") {
      const wanted = matching(records.names, view.actor);
      all.push((entry) => entry.promisors.some(wanted) || entry.beneficiaries.some(wanted));
    }
    if (view.publisher !== "") {
      const wanted = matching(records.documentPublishers(), view.publisher);
      all.push((entry) => wanted(entry.document));
    }
    for (const word of view.q.toLowerCase().split(/\s+/).filter(Boolean)) {
      all.push((entry) => records.text(entry).includes(word));
    }
    return all;
  }

  /**
   * The entries that a view asks for, in its order. It depends on the book and the view alone, never on
   * verdicts: a batch holds the same records after a reload, and for two people who share the work.
   */
  function select(records, view) {
    const needed = tests(records, view);
    const found = records.entries().filter((entry) => needed.every((test) => test(entry)));
    return ORDERS[view.order] === null ? found : found.sort(ORDERS[view.order]);
  }

  /** The batch of a queue that a view asks for: its entries, its number and the number of batches. */
  function batch(entries, view) {
    const size = Number(view.size);
    const count = Math.max(1, Math.ceil(entries.length / size));
    const number = Math.min(Number(view.batch), count);
    return { entries: entries.slice((number - 1) * size, number * size), number, count, total: entries.length };
  }

  return { readAddress, writeAddress, select, batch };
})();
