// Replaces spaces at the ends and after other spaces by letters.
void fixSpaces(string& text, const string& alphabet) {
    // The space is the least printable character.
    string letters = alphabet.substr(1);
    if (letters.empty()) return;
    for (size_t i = 0; i < text.size(); i++) {
        bool isMisplaced = i == 0 || i + 1 == text.size() || text[i - 1] == ' ';
        if (text[i] == ' ' && isMisplaced) text[i] = letters[rnd.next((int)letters.size())];
    }
}
