// Keys that all fall into one bucket of this library's unordered_map.
//
// Whole numbers are their own hashes, so multiples of the number of buckets meet. Which numbers those are the library
// itself tells: a set is filled, and watched as it grows. Of all its sizes the one is taken at which most multiples fit
// into the bounds and into the table before it grows again; further keys repeat these.
struct HashKeys {
    long long buckets = 1, keys = 1;

    HashKeys(long long count, long long greatest) {
        unordered_set<long long> growing;
        size_t before = growing.bucket_count();
        for (long long key = 0; key < count; key++) {
            growing.insert(key);
            if (growing.bucket_count() == before) continue;
            // With more keys than before, the table has its new size.
            long long now = growing.bucket_count();
            long long fitting = min({now, greatest / now, count});
            if (fitting > (long long)before && fitting > keys) buckets = now, keys = fitting;
            before = now;
        }
    }
};

const Shapes hashKeys = {
    {"one-bucket", [](long long i, long long count, long long least, long long greatest) {
         static map<pair<long long, long long>, HashKeys> known;
         auto& table = known.try_emplace({count, greatest}, count, greatest).first->second;
         long long key = (i < table.keys ? i + 1 : uniform(1, table.keys)) * table.buckets;
         return key >= least && key <= greatest ? key : uniform(least, greatest);
     }},
};
