// Whether the input ends here. testlib takes byte 255 for the end, so the file itself is asked, too.
bool atEndOfInput() {
    if (!inf.eof()) return false;
    ensuref(feof(stdin), "Byte 255 stands where the input may end");
    return true;
}
