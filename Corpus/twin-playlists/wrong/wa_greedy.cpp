// Wrong: takes every song of a that comes later in b than the song taken before.
#include <cstdio>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        std::vector<int> a(n), place(n + 1);
        for (int &x : a) {
            if (scanf("%d", &x) != 1) return 1;
        }
        for (int i = 0; i < n; i++) {
            int b;
            if (scanf("%d", &b) != 1) return 1;
            place[b] = i;
        }
        int last = -1, count = 0;
        for (int x : a) {
            if (place[x] <= last) continue;
            last = place[x];
            count++;
        }
        printf("%d\n", count);
    }
    return 0;
}
