#include <iostream>
#include <string>
#include <vector>

int main() {
    const int mod = 998244353;
    std::string s, t;
    std::cin >> s >> t;
    int m = int(t.size());
    std::vector<std::vector<int>> places(26);
    for (int j = m; j >= 1; j--) places[t[j - 1] - 'A'].push_back(j);
    std::vector<int> ways(m + 1);
    ways[0] = 1;
    for (char c : s) {
        for (int j : places[c - 'A']) {
            ways[j] += ways[j - 1];
            if (ways[j] >= mod) ways[j] -= mod;
        }
    }
    std::cout << ways[m] << '\n';
    return 0;
}
