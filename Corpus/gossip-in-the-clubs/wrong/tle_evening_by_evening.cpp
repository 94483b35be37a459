// Slow: goes through all the clubs on every evening until there is no more news, quadratic on a long chain of clubs.
#include <cstdio>
#include <vector>

int main() {
    int p, c;
    if (scanf("%d %d", &p, &c) != 2) return 1;
    std::vector<std::vector<int>> members(c);
    for (auto &club : members) {
        int k;
        if (scanf("%d", &k) != 1) return 1;
        club.resize(k);
        for (auto &x : club) {
            if (scanf("%d", &x) != 1) return 1;
        }
    }
    std::vector<char> knows(p + 1);
    knows[1] = 1;
    int count = 1;
    for (bool news = true; news;) {
        news = false;
        for (auto &club : members) {
            bool any = false;
            for (int x : club) any = any || knows[x];
            if (!any) continue;
            for (int x : club) {
                if (knows[x]) continue;
                knows[x] = 1;
                count++;
                news = true;
            }
        }
    }
    printf("%d\n", count);
    return 0;
}
