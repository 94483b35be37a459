// A whole number: min, max, 5, max-3, 1..10, random, log (uniform in the logarithm), varied (for one test case min, for
// another max), or a shape that this knob knows.
struct NumberKnob : Knob {
    // Whether the number is a factor of a bounded product: uniform draws would make the other factors tiny.
    bool isFactor;
    bool isLog = false;
    bool isVaried = false;
    bool isPinned = false;
    Range range;

    NumberKnob(const string& name, bool isFactor = false, const Shapes& shapes = {})
        : Knob(name), isFactor(isFactor), shapes(shapes) {}

    bool set(const string& setting) override {
        isLog = setting == "log";
        isVaried = setting == "varied";
        if (shapes.count(setting) > 0) special = shapes.at(setting);
        isPinned = !isLog && !isVaried && !special && setting != "random";
        return !isPinned || range.parse(setting);
    }

    // Draws a value of least..greatest; false where there is none. While attempts fail, numbers that the command line
    // leaves open are drawn in different ways; then the others are let go as well.
    bool draw(long long& value, long long least, long long greatest, int attempt) const {
        if (least > greatest) return reject(name.c_str());
        bool letGo = attempt >= TRIES / 2 && (attempt >= TRIES * 3 / 4 || rnd.next(2) == 0);
        if (special && attempt < TRIES / 4) {
            value = special(0, 1, least, greatest);
            return true;
        }
        if (isPinned && !letGo) {
            range.narrow(least, greatest);
            value = uniform(least, greatest);
            return true;
        }
        int way = attempt % 4 == 2 ? 2 : rnd.next(4);
        if (isVaried) way = rnd.next(4);
        else if (attempt % (TRIES / 4) == 0) way = isLog || (isFactor && rnd.next(2) == 0);
        if (way == 0) value = uniform(least, greatest);
        if (way == 1) value = logUniform(least, greatest);
        if (way == 2) value = least;
        if (way == 3) value = greatest - (logUniform(least, greatest) - least);
        return true;
    }

    // The same where relations with other numbers leave only least..greatest of lowest..highest: what the command line
    // asks for means lowest..highest, as long as the other numbers can still change.
    bool draw(long long& value, long long lowest, long long highest, long long least, long long greatest,
              int attempt) const {
        if (isPinned && attempt < TRIES / 4 && lowest <= highest) {
            range.narrow(lowest, highest);
            if (lowest > greatest || highest < least) return reject(name.c_str());
        }
        return draw(value, least, greatest, attempt);
    }

private:
    Shapes shapes;
    long long (*special)(long long, long long, long long, long long) = nullptr;
};
