// Wrong: there can be about 4 * 10^10 pairs, which do not fit into 32 bits.
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<std::unordered_map<char, int>> next(1);
    std::vector<int> ending(1);
    std::vector<std::string> s(n);
    for (auto &word : s) {
        std::cin >> word;
        int v = 0;
        for (auto c = word.rbegin(); c != word.rend(); ++c) {
            if (!next[v].count(*c)) {
                next[v][*c] = int(next.size());
                next.push_back({});
                ending.push_back(0);
            }
            v = next[v][*c];
        }
        ending[v]++;
    }
    unsigned answer = 0;
    for (auto &word : s) {
        int v = 0;
        for (auto c = word.rbegin(); c != word.rend(); ++c) {
            v = next[v][*c];
            answer += unsigned(ending[v]);
        }
        answer--;
    }
    std::cout << int(answer) << '\n';
    return 0;
}
