// A number in a setting: 5, 0.25, min, max, min+3 or max-0.3; decimals are for quantities that have them.
struct Bound {
    enum { NUMBER, LEAST, GREATEST } base = NUMBER;
    long long offset = 0, divisor = 1;

    bool parse(string text) {
        base = NUMBER;
        divisor = 1;
        if (text.compare(0, 3, "min") == 0 || text.compare(0, 3, "max") == 0) {
            base = text[1] == 'i' ? LEAST : GREATEST;
            text = text.substr(3);
            offset = 0;
            if (text.empty()) return true;
            if (text[0] != (base == LEAST ? '+' : '-')) return false;
            if (base == LEAST) text = text.substr(1);
        }
        size_t point = text.find('.');
        if (point != string::npos && point > 0 && point + 1 < text.size()) {
            for (size_t i = point + 1; i < text.size(); i++) divisor *= 10;
            text.erase(point, 1);
        }
        size_t digits = text.find_first_not_of("-");
        if (digits == string::npos || digits > 1 || text.size() - digits > 18) return false;
        if (text.find_first_not_of("0123456789", digits) != string::npos) return false;
        offset = stoll(text);
        return true;
    }

    // The number where least..greatest is allowed; unit is what 1 in a setting stands for.
    long long among(long long least, long long greatest, long long unit) const {
        __int128 value = (__int128)offset * unit / divisor;
        if (base == LEAST) value += least;
        if (base == GREATEST) value += greatest;
        return value < least ? least : value > greatest ? greatest : (long long)value;
    }
};

// A range in a setting: A..B, or A for A..A.
struct Range {
    Bound from, to;

    bool parse(const string& text) {
        size_t dots = text.find("..");
        if (dots == string::npos) return from.parse(text) && to.parse(text);
        return from.parse(text.substr(0, dots)) && to.parse(text.substr(dots + 2));
    }

    // Cuts least..greatest down to the range.
    void narrow(long long& least, long long& greatest, long long unit = 1) const {
        long long first = from.among(least, greatest, unit);
        long long last = to.among(least, greatest, unit);
        least = min(first, last);
        greatest = max(first, last);
    }
};
