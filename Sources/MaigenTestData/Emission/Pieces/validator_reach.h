// The least and greatest value of one quantity in this input, printed when the validator is called with --reach.
// Every value read goes through the call operator, which hands it on.
struct Reach {
    string name;
    long long least = LLONG_MAX, greatest = LLONG_MIN;

    explicit Reach(const string& name) : name(name) {}

    long long operator()(long long value) {
        least = min(least, value);
        greatest = max(greatest, value);
        return value;
    }

    // Of a string, the length.
    string operator()(const string& value) {
        (*this)((long long)value.size());
        return value;
    }

    void print() const {
        if (least <= greatest) printf("%s %lld %lld\n", name.c_str(), least, greatest);
    }
};
