// Wrong: of several most popular cards takes the one that was seen first.
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::map<int, int> owners;
    std::vector<int> seen;
    while (n--) {
        int k;
        if (scanf("%d", &k) != 1) return 1;
        std::set<int> album;
        while (k--) {
            int card;
            if (scanf("%d", &card) != 1) return 1;
            album.insert(card);
        }
        for (int card : album) {
            if (owners[card]++ == 0) seen.push_back(card);
        }
    }
    int best = seen[0];
    for (int card : seen) {
        if (owners[card] > owners[best]) best = card;
    }
    printf("%d %d\n", best, owners[best]);
    return 0;
}
