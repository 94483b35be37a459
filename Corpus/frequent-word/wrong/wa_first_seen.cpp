// Wrong: among equally frequent words prefers the one read first, not the lexicographically smallest.
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<std::string> words(n);
    std::unordered_map<std::string, int> count;
    for (auto &w : words) {
        std::cin >> w;
        count[w]++;
    }
    std::string answer;
    int best = 0;
    for (auto &w : words) {
        if (count[w] > best) {
            best = count[w];
            answer = w;
        }
    }
    std::cout << answer << ' ' << best << '\n';
    return 0;
}
