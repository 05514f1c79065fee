namespace CreditScoring.Law.Language.Parsing;

internal enum TokenKind { Name, Literal, Symbol, End }

/// <summary>One word, sign or literal of rule text, and where it stands in it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; the sign itself for a symbol, empty for the end.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Value">The value of a literal.</param>
internal readonly record struct Token(
    TokenKind Kind, string Text, int Start, int End, object? Value = null)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>Whether it is this word; words ignore case, as the recorded engine does.</summary>
    public bool IsWord(string word) =>
        Kind == TokenKind.Name && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
