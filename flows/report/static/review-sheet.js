// The verdicts of the review page as the CSV file that `pledgebook review import` reads.
"use strict";

window.pledgebook.sheet = (() => {
  const FORMULA_STARTS = ["=", "+", "-", "@", "\t", "\r"];

  /** A cell that a spreadsheet would take for a formula is led by an apostrophe; the import takes it off. */
  function disarmed(text) {
    return FORMULA_STARTS.includes(text.charAt(0)) ? `'${text}` : text;
  }

  function quoted(text) {
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** The values of a verdict's row by column: the record's, with what the analyst changed. */
  function values(verdict, reviewer) {
    const { verdict: kind, note, merge_with = "" } = verdict;
    const judgement = { verdict: kind, note, merge_with, reviewed_by: reviewer };
    return { ...verdict.cells, ...verdict.changes, ...judgement };
  }

  /** The text of the sheet: UTF-8 with a mark, which spreadsheets need, and the columns given. */
  function write(columns, verdicts, reviewer) {
    const rows = verdicts.map((verdict) => {
      const row = values(verdict, reviewer);
      return columns.map((column) => quoted(disarmed(row[column] ?? ""))).join(",");
    });
    return `\ufeff${[columns.join(","), ...rows].join("\r\n")}\r\n`;
  }

  /** Hand a text to the browser as a file to save. */
  function download(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  return { write, download };
})();
