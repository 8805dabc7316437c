// The verdicts of the review page, kept in the browser until they are downloaded.
"use strict";

window.pledgebook.VerdictStore = (() => {
  const PREFIX = "pledgebook.review";
  const SETTINGS = "pledgebook.settings";

  /** A stand-in for localStorage where the browser refuses it: lasts as long as the page. */
  class PageStorage {
    #entries = new Map();
    get length() {
      return this.#entries.size;
    }
    key(number) {
      return [...this.#entries.keys()][number] ?? null;
    }
    getItem(key) {
      return this.#entries.get(key) ?? null;
    }
    setItem(key, text) {
      this.#entries.set(key, text);
    }
    removeItem(key) {
      this.#entries.delete(key);
    }
  }

  /** The browser's storage where it can be written to; private windows and strict settings refuse. */
  function usableStorage() {
    try {
      const storage = window.localStorage;
      storage.setItem(`${PREFIX}.probe`, "1");
      storage.removeItem(`${PREFIX}.probe`);
      return storage;
    } catch {
      return null;
    }
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null; // another program's entry, or a damaged one
    }
  }

  /**
   * The verdicts on the records of one book. Each is an entry of its own, so that two open tabs do not
   * overwrite one another's. A verdict is
   *   {id, verdict: "accept" | "reject" | "correct" | "merge" | "split" | "add", cells: {column: text},
   *    changes: {column: text}, note, at: ISO time, downloaded: whether a sheet with it was downloaded}
   * `cells` is the record as it was when it was judged: a later report may no longer hold it. `id` is the
   * record's for a verdict on itself, "move." and the record's for one on its line, "add." and a place for a
   * commitment that was added.
   */
  class VerdictStore {
    #storage;
    #prefix;
    #verdicts = new Map();

    constructor(book) {
      const usable = usableStorage();
      this.lasting = usable !== null;
      this.#storage = usable ?? new PageStorage();
      this.#prefix = `${PREFIX}.${book}.`;
      this.reload();
    }

    /** Read again what other tabs may have written. */
    reload() {
      this.#verdicts.clear();
      for (let number = 0; number < this.#storage.length; number += 1) {
        const key = this.#storage.key(number);
        if (!key.startsWith(this.#prefix)) continue;
        const verdict = parsed(this.#storage.getItem(key));
        if (verdict && verdict.id) this.#verdicts.set(verdict.id, verdict);
      }
    }

    /** Call back when another tab has changed something. */
    onChange(listener) {
      window.addEventListener("storage", (event) => {
        if (event.key !== null && !event.key.startsWith(this.#prefix)) return;
        this.reload();
        listener();
      });
    }

    get(id) {
      return this.#verdicts.get(id) ?? null;
    }

    /** All verdicts in the order in which they were given. */
    all() {
      return [...this.#verdicts.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    }

    /** Keep a verdict. Throws QuotaExceededError where the browser's room for this page is used up. */
    put(verdict) {
      this.#storage.setItem(this.#prefix + verdict.id, JSON.stringify(verdict));
      this.#verdicts.set(verdict.id, verdict);
    }

    remove(id) {
      this.#storage.removeItem(this.#prefix + id);
      this.#verdicts.delete(id);
    }

    clear() {
      for (const id of [...this.#verdicts.keys()]) this.remove(id);
    }

    markDownloaded() {
      for (const verdict of this.all()) this.put({ ...verdict, downloaded: true });
    }

    setting(name) {
      return this.#storage.getItem(`${SETTINGS}.${name}`);
    }

    set(name, text) {
      this.#storage.setItem(`${SETTINGS}.${name}`, text);
    }
  }

  return VerdictStore;
})();
