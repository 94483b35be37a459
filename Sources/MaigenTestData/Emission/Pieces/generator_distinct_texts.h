// Makes a text differ from all in seen: counts on from it like an odometer over the alphabet, keeping its length.
// The first character stays above a leading zero where keepsFirst is true.
bool makeNew(string& text, const set<string>& seen, const string& alphabet) {
    for (size_t step = 0; step <= seen.size(); step++) {
        if (!seen.count(text)) return true;
        size_t i = text.size();
        while (i > 0) {
            size_t letter = alphabet.find(text[i - 1]) + 1;
            text[i - 1] = alphabet[letter % alphabet.size()];
            if (letter < alphabet.size()) break;
            i--;
        }
    }
    return reject("different strings");
}
