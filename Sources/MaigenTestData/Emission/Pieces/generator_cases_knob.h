// How bounds on sums over all test cases are shared out.
struct CasesKnob : Knob {
    string shape = "random";

    CasesKnob(const string& name) : Knob(name) {}

    bool set(const string& setting) override {
        shape = setting;
        return isOneOf(shape, "random balanced one-large small-then-large tiny all-small");
    }

    void start(long long caseCount) {
        // Weights of the test cases, and of each with all that follow it.
        weights.assign(caseCount + 1, 0);
        for (long long i = caseCount - 1; i >= 0; i--) {
            long long weight = 1LL << rnd.next(10);
            if (shape == "balanced") weight = 1;
            if (shape == "one-large") weight = i == 0;
            if (shape == "small-then-large") weight = i == caseCount - 1;
            if (shape == "tiny" || shape == "all-small") weight = 0;
            weights[i] = weights[i + 1] + weight;
        }
    }

    // How much the test case (from 0) may take of what is left, when every test case takes `least` at least.
    long long share(long long index, __int128 left, long long least) const {
        __int128 cases = weights.size() - 1 - index;
        __int128 spare = max<__int128>(0, left - cases * least);
        if (shape == "all-small") return least + (long long)min<__int128>(largest - 1, spare);
        long long weight = weights[index] - weights[index + 1];
        return weight == 0 ? least : (long long)min<__int128>(LLONG_MAX, least + spare * weight / weights[index]);
    }

    // all-small: whether the test case at the end of the text has been there before, and should be drawn again. When no new one comes up for a
    // while, all of this size are there, and the next may be larger.
    bool isKnown(const string& text, size_t start) {
        if (shape != "all-small" || seen.insert(text.substr(start)).second) {
            repeats = 0;
            return false;
        }
        if (++repeats % 200 == 0) largest++;
        return repeats < 2000;
    }

private:
    vector<long long> weights;
    unordered_set<string> seen;
    long long largest = 1;
    int repeats = 0;
};
