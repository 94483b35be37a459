// A tuple as it is compared: where the order of its parts means nothing, they are sorted.
template <class T>
vector<T> tupleKey(vector<T> parts, bool isUnordered) {
    if (isUnordered) sort(parts.begin(), parts.end());
    return parts;
}

struct TupleHash {
    size_t operator()(const vector<long long>& parts) const {
        unsigned long long hash = 0;
        for (long long part : parts) hash = (hash ^ (unsigned long long)part) * 0x9E3779B97F4A7C15ULL, hash ^= hash >> 29;
        return hash;
    }
};
typedef unordered_set<vector<long long>, TupleHash> TupleSet;

// Finds free tuples where nearly all are used: counts on from a tuple, and remembers which ones to skip.
struct FreeTuples {
    template <class Fits>
    bool next(const TupleSet& seen, vector<long long> parts, const vector<long long>& least,
              const vector<long long>& greatest, bool isUnordered, Fits fits) {
        // The number of the tuple among all of them.
        long long size = 1, number = 0;
        for (size_t i = 0; i < parts.size(); i++) {
            __int128 width = (__int128)greatest[i] - least[i] + 1;
            if (width <= 0 || width * size > 20'000'000) return false;
            size *= (long long)width;
            number = number * (long long)width + parts[i] - least[i];
        }
        if (skip.empty()) {
            skip.resize(size + 1);
            iota(skip.begin(), skip.end(), 0);
        }
        for (int round = 0; round < 2; round++, number = 0) {
            while ((number = target(number)) < size) {
                long long rest = number;
                for (size_t i = parts.size(); i > 0; i--) {
                    long long width = greatest[i - 1] - least[i - 1] + 1;
                    parts[i - 1] = least[i - 1] + rest % width;
                    rest /= width;
                }
                if (!seen.count(tupleKey(parts, isUnordered)) && fits(parts)) return true;
                skip[number] = number + 1;
            }
        }
        return false;
    }

private:
    // Where to look instead of each number.
    vector<int> skip;

    long long target(long long number) {
        while (skip[number] != number) number = skip[number] = skip[skip[number]];
        return number;
    }
};
