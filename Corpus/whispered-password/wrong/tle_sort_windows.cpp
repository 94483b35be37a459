// Slow: sorts the windows letter by letter, O(nk log n) if they are alike.
#include <algorithm>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    std::vector<int> start(n - k + 1);
    std::iota(start.begin(), start.end(), 0);
    auto common = [&](int a, int b) {
        int i = 0;
        while (i < k && s[a + i] == s[b + i]) i++;
        return i;
    };
    std::sort(start.begin(), start.end(), [&](int a, int b) {
        int i = common(a, b);
        return i < k && s[a + i] < s[b + i];
    });
    int answer = 1;
    for (size_t i = 1; i < start.size(); i++) {
        if (common(start[i - 1], start[i]) < k) answer++;
    }
    std::cout << answer << '\n';
    return 0;
}
