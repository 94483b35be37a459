// Reads the line if the next line is this one, else nothing. `line` ends with its line end.
bool readLineIf(const string& line) {
    size_t length = 0;
    while (length < line.size() && inf.curChar() == line[length]) {
        inf.skipChar();
        length++;
    }
    if (length == line.size()) return true;
    while (length > 0) inf.unreadChar(line[--length]);
    return false;
}
