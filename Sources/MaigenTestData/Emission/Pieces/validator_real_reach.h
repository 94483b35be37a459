// The same for a decimal number.
struct RealReach {
    string name;
    int decimals;
    double least = HUGE_VAL, greatest = -HUGE_VAL;

    RealReach(const string& name, int decimals) : name(name), decimals(decimals) {}

    double operator()(double value) {
        least = min(least, value);
        greatest = max(greatest, value);
        return value;
    }

    // Without superfluous zeros: 12.5, -3.
    string text(double value) const {
        string digits = format("%.*f", decimals, value);
        if (digits.find('.') != string::npos) {
            while (digits.back() == '0') digits.pop_back();
            if (digits.back() == '.') digits.pop_back();
        }
        return digits == "-0" ? "0" : digits;
    }

    void print() const {
        if (least <= greatest) printf("%s %s %s\n", name.c_str(), text(least).c_str(), text(greatest).c_str());
    }
};
