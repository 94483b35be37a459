// A permutation.
struct PermutationKnob : Knob {
    string shape = "random";

    PermutationKnob(const string& name) : Knob(name) {}

    bool set(const string& setting) override {
        shape = setting;
        return isOneOf(shape, "random identity reversed nearly-sorted rotation zigzag");
    }

    // The numbers first, first + 1, ... in an order.
    vector<long long> draw(long long length, long long first, int attempt = 0) const {
        work += length;
        vector<long long> values(length);
        iota(values.begin(), values.end(), first);
        string how = attempt < TRIES / 2 ? shape : "random";
        if (how == "random") shuffle(values.begin(), values.end());
        if (how == "reversed") reverse(values.begin(), values.end());
        if (how == "rotation" && length > 0) rotate(values.begin(), values.begin() + 1, values.end());
        if (how == "nearly-sorted" && length > 1) {
            for (int i = 0; i < 5; i++) {
                long long a = uniform(0, length - 1);
                long long b = uniform(0, length - 1);
                swap(values[a], values[b]);
            }
        }
        if (how == "zigzag") {
            long long low = first, high = first + length - 1;
            for (long long i = 0; i < length; i++) values[i] = i % 2 == 0 ? low++ : high--;
        }
        return values;
    }
};
