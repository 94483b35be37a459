// Slow: the keys of an unordered_map can all be multiples of its number of buckets.
#include <cstdio>
#include <unordered_map>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::unordered_map<int, int> owners, last;
    int best = 0, most = 0;
    for (int i = 1; i <= n; i++) {
        int k;
        if (scanf("%d", &k) != 1) return 1;
        while (k--) {
            int card;
            if (scanf("%d", &card) != 1) return 1;
            int &student = last[card];
            if (student == i) continue;
            student = i;
            int count = ++owners[card];
            if (count > most || (count == most && card < best)) {
                best = card;
                most = count;
            }
        }
    }
    printf("%d %d\n", best, most);
    return 0;
}
