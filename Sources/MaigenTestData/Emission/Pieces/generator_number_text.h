// Replaces a leading zero, so that the digits are a number as people write it.
void dropLeadingZero(string& digits, const string& alphabet) {
    if (digits.size() < 2 || digits[0] != '0' || alphabet.size() < 2) return;
    // The zero is the least character a number is made of.
    digits[0] = alphabet[rnd.next(1, (int)alphabet.size() - 1)];
}
