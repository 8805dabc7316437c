// Which records the review page asks for, and in which order.
"use strict";

window.pledgebook.queue = (() => {
  const DEFAULTS = { order: "doubtful", force: "", category: "", q: "", size: "100", batch: "1", record: "" };
  const SEARCHED = ["promisors", "beneficiaries", "action", "speaker", "source_name"];

  /** The view that an address asks for; what it can't mean falls back to the defaults. */
  function readAddress(hash, data) {
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    const view = { ...DEFAULTS };
    for (const name of Object.keys(DEFAULTS)) view[name] = given.get(name) ?? DEFAULTS[name];
    if (!Object.hasOwn(data.orders, view.order)) view.order = DEFAULTS.order;
    for (const name of ["force", "category"]) if (!data.allowed[name].includes(view[name])) view[name] = "";
    for (const name of ["size", "batch"]) if (!/^[1-9]\d{0,5}$/.test(view[name])) view[name] = DEFAULTS[name];
    return view;
  }

  /** The address of a view: what differs from the defaults. */
  function writeAddress(view) {
    const told = Object.entries(view).filter(([name, value]) => value !== DEFAULTS[name]);
    return `#${new URLSearchParams(told)}`;
  }

  function asked(record, view, words) {
    const { cells } = record;
    if (view.force !== "" && cells.force !== view.force) return false;
    if (view.category !== "" && cells.category !== view.category) return false;
    const text = `${SEARCHED.map((column) => cells[column]).join(" ")} ${record.title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  }

  /**
   * The records that a view asks for, in its order. It depends on the book and the view alone, never on
   * verdicts: a batch holds the same records after a reload, and for two people who share the work.
   */
  function select(data, view) {
    const words = view.q.toLowerCase().split(/\s+/).filter(Boolean);
    return data.orders[view.order].map((place) => data.records[place]).filter((record) => asked(record, view, words));
  }

  /** The batch of a queue that a view asks for: its records, its number and the number of batches. */
  function batch(records, view) {
    const size = Number(view.size);
    const count = Math.max(1, Math.ceil(records.length / size));
    const number = Math.min(Number(view.batch), count);
    return { records: records.slice((number - 1) * size, number * size), number, count, total: records.length };
  }

  return { readAddress, writeAddress, select, batch };
})();
