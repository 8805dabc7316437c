/* Which records are to be judged, and in which order, for review.js. */
(function () {
  "use strict";

  const DEFAULTS = { order: "doubtful", force: "", category: "", words: "", reviewed: "", size: "100", batch: "1" };
  const ORDERS = {
    doubtful: () => (a, b) => a - b, // the order of the data
    newest: (index) => (a, b) => compare(index.published_on[b] ?? "", index.published_on[a] ?? ""),
    document: (index) => (a, b) => index.source[a] - index.source[b] || index.start[a] - index.start[b],
  };

  function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** What the address asks for: the view of the queue, and the record to show. Unknown values fall back. */
  function readAddress(hash) {
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    const view = { ...DEFAULTS, record: given.get("record") ?? "" };
    for (const name of Object.keys(DEFAULTS)) view[name] = given.get(name) ?? DEFAULTS[name];
    if (!Object.hasOwn(ORDERS, view.order)) view.order = DEFAULTS.order;
    for (const name of ["size", "batch"]) if (!/^[1-9]\d{0,5}$/.test(view[name])) view[name] = DEFAULTS[name];
    return view;
  }

  /** The address of a view: what differs from the defaults. */
  function writeAddress(view) {
    const given = new URLSearchParams();
    for (const [name, value] of Object.entries(view)) {
      if (value !== "" && value !== DEFAULTS[name]) given.set(name, value);
    }
    return `#${given}`;
  }

  /**
   * The places in `index` of the records that a view asks for, in its order. It depends on the book and
   * the view alone, so that a batch holds the same records for everybody and after a reload.
   */
  function queue(index, view) {
    const words = view.words.toLowerCase().split(/\s+/).filter(Boolean);
    const places = [];
    for (let place = 0; place < index.id.length; place += 1) {
      if (view.reviewed === "" && index.reviewed[place]) continue;
      if (view.force !== "" && index.force[place] !== view.force) continue;
      if (view.category !== "" && index.category[place] !== view.category) continue;
      if (words.length > 0) {
        const text = `${index.promisors[place]} ${index.sources[index.source[place]]}`.toLowerCase();
        if (!words.every((word) => text.includes(word))) continue;
      }
      places.push(place);
    }
    return places.sort(ORDERS[view.order](index));
  }

  /** A batch of a queue, how many batches there are, and the number of the one that is shown. */
  function batch(places, view) {
    const size = Number(view.size);
    const count = Math.max(1, Math.ceil(places.length / size));
    const number = Math.min(Number(view.batch), count);
    return { places: places.slice((number - 1) * size, number * size), number, count };
  }

  window.pledgebook = window.pledgebook || {};
  Object.assign(window.pledgebook, { readAddress, writeAddress, queue, batch });
})();
