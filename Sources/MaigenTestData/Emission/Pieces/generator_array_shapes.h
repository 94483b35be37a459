// Ranks in the order that makes a quicksort quadratic which takes the middle element for its pivot: each pivot is
// the greatest of what it divides.
vector<long long> middleKiller(long long count) {
    vector<long long> ranks(count);
    iota(ranks.begin(), ranks.end(), 0);
    for (long long i = 2; i < count; i++) swap(ranks[i], ranks[i / 2]);
    return ranks;
}

// The same for the median of the first, the middle and the last element: each pivot is the second smallest
// (Musser, "Introspective sorting and selection algorithms", 1997).
vector<long long> medianKiller(long long count) {
    vector<long long> ranks(count);
    long long half = count / 2;
    for (long long i = 0; i < half; i++) {
        ranks[i] = i % 2 == 0 ? i : half - 1 + i + half % 2;
        ranks[half + i] = 2 * i + 1;
    }
    if (count % 2 == 1) ranks[count - 1] = count - 1;
    return ranks;
}

// How lists defeat sorting, counting and summing.
const Shapes arrayShapes = {
    {"middle-killer", [](long long i, long long count, long long least, long long greatest) {
         static vector<long long> ranks;
         if ((long long)ranks.size() != count) ranks = middleKiller(count);
         return between(least, greatest, ranks[i], count - 1);
     }},
    {"median-killer", [](long long i, long long count, long long least, long long greatest) {
         static vector<long long> ranks;
         if ((long long)ranks.size() != count) ranks = medianKiller(count);
         return between(least, greatest, ranks[i], count - 1);
     }},
    // One value holds half of the places, or the next more; others take turns in between.
    {"majority", [](long long i, long long, long long least, long long greatest) {
         static long long most, others[2];
         if (i == 0) {
             most = uniform(least, greatest);
             for (long long& other : others) other = uniform(least, greatest);
         }
         return i % 2 == 0 ? most : others[i / 2 % 2];
     }},
    // As many different values as each has places.
    {"groups", [](long long, long long count, long long least, long long greatest) {
         long long groups = max(1LL, (long long)sqrtl(count));
         return between(least, greatest, uniform(0, groups), groups);
     }},
    // Prefix sums climb as high as they can, and come down again.
    {"peak", [](long long i, long long count, long long least, long long greatest) {
         long long step = (__int128)greatest - least > 1000 ? 100 : 0;
         return i < (count + 1) / 2 ? uniform(greatest - step, greatest) : uniform(least, least + step);
     }},
};
