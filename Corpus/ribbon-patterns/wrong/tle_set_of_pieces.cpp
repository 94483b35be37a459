// Slow: keeps the pieces in a set that compares them letter by letter, O(nk log n).
#include <iostream>
#include <set>
#include <string>
#include <string_view>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    std::string_view ribbon = s;
    std::set<std::string_view> pieces;
    for (int i = 0; i + k <= n; i++) pieces.insert(ribbon.substr(i, k));
    std::cout << pieces.size() << '\n';
    return 0;
}
