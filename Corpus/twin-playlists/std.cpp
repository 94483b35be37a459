#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        std::vector<int> a(n), place(n + 1), tails;
        for (int &x : a) {
            if (scanf("%d", &x) != 1) return 1;
        }
        for (int i = 0; i < n; i++) {
            int b;
            if (scanf("%d", &b) != 1) return 1;
            place[b] = i;
        }
        for (int x : a) {
            auto it = std::lower_bound(tails.begin(), tails.end(), place[x]);
            if (it == tails.end()) tails.push_back(place[x]);
            else *it = place[x];
        }
        printf("%d\n", int(tails.size()));
    }
    return 0;
}
