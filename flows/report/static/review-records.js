// The records of the review page: an index of all to choose from, and their cells and words, which lie in
// sheets by document and are read when they are to be shown.
"use strict";

window.pledgebook.Records = (() => {
  const { load } = window.pledgebook;
  const SHEET_DIGITS = 3; // of a document's or ledger line's id, in the names of sheets

  function digits(id) {
    return id.slice(id.indexOf("_") + 1);
  }

  /**
   * An entry of the index is {id, line, document: place in the list of documents, force, category,
   * confidence: percent, promisors, beneficiaries, speaker: numbers of names, action, reviewed}, and a record
   * {entry, cells: {column: text}, paragraph: [[text, roles]], title, page, line: address or null}.
   */
  class Records {
    #about;
    #entries = new Map();
    #read = new Map();
    #sizes = new Map(); // of ledger lines, in records
    #documents; // their places by the digits of their ids

    constructor(about, chunks) {
      this.#about = about;
      for (const name of ["columns", "allowed", "defaults", "names", "suggested"]) this[name] = about[name];
      for (const chunk of chunks) this.#take(chunk);
      /** {cells, by, on, note} of the records that analysts have rejected, the last first; they are no entries. */
      this.rejected = about.rejected.map((told) => ({ ...told, cells: this.#cells(told.cells) }));
      this.#documents = new Map(about.documents.id.map((id, place) => [id, place]));
      this.publishers = [...new Set(this.documentPublishers())].filter(Boolean).sort();
    }

    #take(chunk) {
      const { force: forces, category: categories } = this.#about.allowed;
      chunk.id.forEach((id, at) => {
        const entry = {
          id: `com_${id}`,
          line: chunk.line[at] === null ? null : `led_${chunk.line[at]}`,
          document: chunk.document[at],
          force: forces[chunk.force[at]],
          category: categories[chunk.category[at]],
          confidence: chunk.confidence[at],
          promisors: chunk.promisors[at],
          beneficiaries: chunk.beneficiaries[at],
          speaker: chunk.speaker[at],
          action: chunk.action[at],
          reviewed: chunk.reviewed[at] === 1,
        };
        this.#entries.set(entry.id, entry);
        if (entry.line !== null) this.#sizes.set(entry.line, this.lineSize(entry.line) + 1);
      });
    }

    /** All entries, the least certain first. */
    entries() {
      return [...this.#entries.values()];
    }

    /** The entry of a record, or null. */
    entry(id) {
      return this.#entries.get(id) ?? null;
    }

    /** How many records stand in a ledger line. */
    lineSize(line) {
      return this.#sizes.get(line) ?? 0;
    }

    /** The place of a document in the list of documents, newest first, or null. */
    documentPlace(id) {
      return this.#documents.get(digits(id)) ?? null;
    }

    /** {id, title, source, publisher, day} of the document at a place. */
    document(place) {
      const { id, title, source, publisher, day } = this.#about.documents;
      return { id: `doc_${id[place]}`, title: title[place], source: source[place], publisher: publisher[place], day: day[place] };
    }

    /** The publishers of all documents, in the order of the documents; empty where unknown. */
    documentPublishers() {
      return this.#about.documents.publisher.map((publisher) => publisher ?? "");
    }

    /** The names behind some numbers. */
    named(numbers) {
      return numbers.map((number) => this.names[number]);
    }

    /** What an entry is searched by, in lower case. */
    text(entry) {
      const people = [...entry.promisors, ...entry.beneficiaries, ...(entry.speaker === null ? [] : [entry.speaker])];
      const { title, source } = this.#about.documents;
      return [...this.named(people), entry.action, title[entry.document], source[entry.document]].join("\n").toLowerCase();
    }

    /** A record that was read, or null. */
    known(id) {
      return this.#read.get(id) ?? null;
    }

    /** The records of some entries. */
    async read(entries) {
      const sheets = new Set(entries.map((entry) => this.#about.documents.id[entry.document].slice(0, SHEET_DIGITS)));
      await Promise.all([...sheets].map((sheet) => this.#readSheet(sheet)));
      return entries.map((entry) => this.#read.get(entry.id));
    }

    async #readSheet(sheet) {
      for (const [values, segments] of await load(`records/${sheet}`)) {
        const cells = this.#cells(values);
        const entry = this.entry(cells.commitment_id);
        if (entry !== null && !this.#read.has(entry.id)) this.#read.set(entry.id, this.#record(entry, cells, segments));
      }
    }

    #cells(values) {
      return Object.fromEntries(this.columns.map((column, at) => [column, values[at]]));
    }

    #record(entry, cells, segments) {
      return {
        entry,
        cells,
        paragraph: segments.map(([text, bits]) => [text, this.#about.roles.filter((_, place) => bits & (1 << place))]),
        title: this.#about.documents.title[entry.document],
        page: `documents/${cells.document_id}.html#${entry.id}`,
        line: entry.line && `commitments/${digits(entry.line).slice(0, SHEET_DIGITS)}.html#${entry.line}`,
      };
    }
  }

  /** The records of the book that the report shows. */
  Records.ofBook = async () => {
    const about = await load("review");
    return new Records(about, await Promise.all(about.chunks.map(load)));
  };

  return Records;
})();
