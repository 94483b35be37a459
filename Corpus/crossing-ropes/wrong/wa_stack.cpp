// Wrong: treats the ends as brackets; a rope that closes removes the ropes above it, so their later crossings are lost.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        std::vector<std::pair<int, int>> ends;
        for (int i = 0; i < n; i++) {
            int l, r;
            if (scanf("%d %d", &l, &r) != 2) return 1;
            ends.push_back({l, i});
            ends.push_back({r, i});
        }
        std::sort(ends.begin(), ends.end());
        std::vector<int> stack;
        std::vector<char> seen(n), removed(n);
        long long answer = 0;
        for (auto [point, rope] : ends) {
            if (!seen[rope]) {
                seen[rope] = 1;
                stack.push_back(rope);
            } else if (!removed[rope]) {
                for (; stack.back() != rope; stack.pop_back()) {
                    answer++;
                    removed[stack.back()] = 1;
                }
                stack.pop_back();
            }
        }
        printf("%lld\n", answer);
    }
    return 0;
}
