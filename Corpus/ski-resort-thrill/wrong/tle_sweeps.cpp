// Slow: relaxes all courses in input order until nothing changes, O(NM) if they come from the bottom to the top.
#include <algorithm>
#include <iostream>
#include <vector>

struct Course {
    int from, to, thrill;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<Course> courses(m);
    for (auto &c : courses) std::cin >> c.from >> c.to >> c.thrill;
    std::vector<long long> best(n + 1);
    for (bool changed = true; changed;) {
        changed = false;
        for (auto &c : courses) {
            long long t = best[c.from] + c.thrill;
            if (t <= best[c.to]) continue;
            best[c.to] = t;
            changed = true;
        }
    }
    long long answer = -4000000000000000000LL;
    for (auto &c : courses) answer = std::max(answer, best[c.from] + c.thrill);
    std::cout << answer << '\n';
    return 0;
}
