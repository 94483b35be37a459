// Wrong: looks only for suffixes among the strings read so far and among longer ones, so equal strings make one pair instead of two.
#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<std::string> s(n);
    for (auto &word : s) std::cin >> word;
    std::stable_sort(s.begin(), s.end(), [](const std::string &a, const std::string &b) { return a.size() < b.size(); });
    std::vector<std::array<int, 26>> next(1);
    std::vector<int> ending(1);
    long long answer = 0;
    for (auto &word : s) {
        int v = 0;
        for (auto c = word.rbegin(); c != word.rend(); ++c) {
            if (next[v][*c - 'a'] == 0) {
                next[v][*c - 'a'] = int(next.size());
                next.push_back({});
                ending.push_back(0);
            }
            v = next[v][*c - 'a'];
            answer += ending[v];
        }
        ending[v]++;
    }
    std::cout << answer << '\n';
    return 0;
}
