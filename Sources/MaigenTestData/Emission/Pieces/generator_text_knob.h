// The characters of a string.
struct TextKnob : Knob {
    string shape = "random";

    TextKnob(const string& name) : Knob(name) {}

    bool set(const string& setting) override {
        shape = setting;
        return isOneOf(shape, "random equal almost-equal two-letters alternating periodic palindrome fibonacci thue-morse "
                              "broken-period one-other bordered ruler");
    }

    // A string over the letters of the alphabet, which is in ascending order.
    string draw(long long length, const string& alphabet, int attempt = 0) const {
        work += length;
        string how = attempt < TRIES / 2 ? shape : "random";
        string text(length, alphabet[0]);
        int letters = alphabet.size();
        auto letter = [&] { return alphabet[rnd.next(letters)]; };
        // Two different letters, where there are two.
        int first = rnd.next(letters);
        int second = letters == 1 ? first : (first + rnd.next(1, letters - 1)) % letters;
        char one = alphabet[first], other = alphabet[second];
        if (how == "random") {
            for (char& c : text) c = letter();
        } else if (how == "equal" || how == "almost-equal") {
            for (char& c : text) c = one;
            if (how == "almost-equal" && length > 0) text[length - 1] = other;
        } else if (how == "two-letters") {
            for (char& c : text) c = rnd.next(2) == 0 ? one : other;
        } else if (how == "alternating") {
            for (long long i = 0; i < length; i++) text[i] = i % 2 == 0 ? one : other;
        } else if (how == "periodic") {
            long long period = uniform(1, max(1LL, min(10LL, length / 2)));
            for (long long i = 0; i < length; i++) text[i] = i < period ? letter() : text[i - period];
        } else if (how == "broken-period") {
            long long period = uniform(1, max(1LL, min(10LL, length / 2)));
            for (long long i = 0; i < length; i++)
                text[i] = i >= period ? text[i - period] : i == 0 || rnd.next(2) == 0 ? one : other;
            if (length > 0) {
                char& broken = text[uniform(max(0LL, length - period), length - 1)];
                broken = broken == one ? other : one;
            }
        } else if (how == "one-other") {
            for (char& c : text) c = one;
            if (length > 0) text[length / 2] = other;
        } else if (how == "bordered") {
            // The period leaves a border of a third to two thirds of the whole.
            long long period = uniform(length / 3 + 1, max(length / 3 + 1, 2 * length / 3));
            for (long long i = 0; i < length; i++) text[i] = i >= period ? text[i - period] : rnd.next(2) == 0 ? one : other;
        } else if (how == "ruler") {
            // The letter at each place is the number of times that two divides the place's number.
            for (long long i = 0; i < length; i++) text[i] = alphabet[min(letters - 1, __builtin_ctzll(i + 1))];
        } else if (how == "palindrome") {
            for (long long i = 0; i < length; i++) text[i] = i < (length + 1) / 2 ? letter() : text[length - 1 - i];
        } else if (how == "fibonacci") {
            string before(1, alphabet[min(1, letters - 1)]), word(1, alphabet[0]);
            while ((long long)word.size() < length) {
                string next = word + before;
                before = word;
                word = next;
            }
            text = word.substr(0, length);
        } else {
            // Blocks of the Thue-Morse word and of its complement, in random turns: polynomial hashes modulo 2^64 take
            // them for equal, whatever the base, from 1024 letters on.
            long long block = length >= 4096 ? 2048 : length >= 2048 ? 1024 : max(1LL, length);
            int turn = 0;
            for (long long i = 0; i < length; i++) {
                if (i % block == 0) turn = rnd.next(2);
                text[i] = (__builtin_popcountll(i % block) + turn) % 2 == 0 ? one : other;
            }
        }
        return text;
    }
};
