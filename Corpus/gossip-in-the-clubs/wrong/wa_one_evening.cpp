// Wrong: goes through the clubs once, in the order of the input.
#include <cstdio>
#include <vector>

int main() {
    int p, c;
    if (scanf("%d %d", &p, &c) != 2) return 1;
    std::vector<char> knows(p + 1);
    knows[1] = 1;
    int count = 1;
    while (c--) {
        int k;
        if (scanf("%d", &k) != 1) return 1;
        std::vector<int> club(k);
        bool any = false;
        for (auto &x : club) {
            if (scanf("%d", &x) != 1) return 1;
            any = any || knows[x];
        }
        if (!any) continue;
        for (int x : club) {
            if (knows[x]) continue;
            knows[x] = 1;
            count++;
        }
    }
    printf("%d\n", count);
    return 0;
}
