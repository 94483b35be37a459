// Reads a token that may have no characters at all.
string readMaybeEmpty(const pattern& form, const string& name) {
    const char next = inf.curChar();
    return next == ' ' || next == '\n' ? "" : inf.readToken(form, name);
}
