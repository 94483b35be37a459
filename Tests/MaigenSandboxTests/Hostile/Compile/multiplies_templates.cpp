template <int n, int m> struct Tree { static const int value = Tree<n - 1, 2 * m>::value + Tree<n - 1, 2 * m + 1>::value; };
template <int m> struct Tree<0, m> { static const int value = 1; };
int main() { return Tree<26, 0>::value; }
