// The rest of the line, line end included: words with single spaces between them.
string readRestOfLine(const pattern& form, const string& name) {
    string text;
    // Not readLine(), which passes over carriage returns.
    while (inf.curChar() != '\n' && !atEndOfInput()) text += inf.nextChar();
    inf.readEoln();
    ensuref(form.matches(text), "%s does not match %s", name.c_str(), form.src().c_str());
    const bool hasWords = text.empty() || (text.front() != ' ' && text.back() != ' ' && text.find("  ") == string::npos);
    ensuref(hasWords, "%s begins or ends with a space or has two spaces in a row", name.c_str());
    return text;
}
