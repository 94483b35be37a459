#include <array>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    // The trie of the reversed strings; the children of a node that has none are all the root.
    std::vector<std::array<int, 26>> next(1);
    next[0].fill(0);
    std::vector<int> ending(1);
    std::vector<std::string> s(n);
    for (auto &word : s) {
        std::cin >> word;
        int v = 0;
        for (auto c = word.rbegin(); c != word.rend(); ++c) {
            if (next[v][*c - 'a'] == 0) {
                next[v][*c - 'a'] = int(next.size());
                next.push_back({});
                ending.push_back(0);
            }
            v = next[v][*c - 'a'];
        }
        ending[v]++;
    }
    long long answer = 0;
    for (auto &word : s) {
        int v = 0;
        for (auto c = word.rbegin(); c != word.rend(); ++c) {
            v = next[v][*c - 'a'];
            answer += ending[v];
        }
        answer--;
    }
    std::cout << answer << '\n';
    return 0;
}
