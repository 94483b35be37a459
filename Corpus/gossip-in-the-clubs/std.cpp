#include <cstdio>
#include <vector>

int main() {
    int p, c;
    if (scanf("%d %d", &p, &c) != 2) return 1;
    std::vector<std::vector<int>> members(c), clubs(p + 1);
    for (int i = 0; i < c; i++) {
        int k;
        if (scanf("%d", &k) != 1) return 1;
        members[i].resize(k);
        for (auto &x : members[i]) {
            if (scanf("%d", &x) != 1) return 1;
            clubs[x].push_back(i);
        }
    }
    std::vector<char> knows(p + 1), told(c);
    std::vector<int> queue = {1};
    knows[1] = 1;
    for (size_t i = 0; i < queue.size(); i++) {
        for (int club : clubs[queue[i]]) {
            if (told[club]) continue;
            told[club] = 1;
            for (int x : members[club]) {
                if (knows[x]) continue;
                knows[x] = 1;
                queue.push_back(x);
            }
        }
    }
    printf("%d\n", int(queue.size()));
    return 0;
}
