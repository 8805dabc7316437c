-- Grain: a text for a text: lower case with a space for each mark of punctuation, and one before the first word.
CREATE MACRO plain_words(written) AS
    ' ' || translate(lower(written), '.,;:!?()[]{}"“”„‘’''`´/\|—–-_…' || chr(10) || chr(9), repeat(' ', 31));

COMMENT ON MACRO plain_words IS 'plain_words(written): the text in lower case, a space for each mark of punctuation and one before the first word.';
