// The core bans regular expressions because a pattern can be made to run for ever. Here, and only
// here, one is safe: the non-backtracking engine takes time linear in the text, the text has at
// most 200 characters, and the pattern comes from the catalogue, not from an event.
#pragma warning disable RS0030

using System.Text.RegularExpressions;
using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>The form of a subject kind's ids, matched as a whole.</summary>
public sealed class SubjectPattern
{
    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private readonly Regex whole;

    private SubjectPattern(string text, Regex whole)
    {
        Text = text;
        this.whole = whole;
    }

    public string Text { get; }

    public static bool TryParse(string text, out SubjectPattern? pattern, out Wording? flaw)
    {
        pattern = null;
        flaw = null;
        try
        {
            // Alone first: "a)|(b" would otherwise climb out of the brackets put around it.
            _ = new Regex(text, Safe);
            pattern = new SubjectPattern(text, new Regex($@"\A(?:{text})\z", Safe));
            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            flaw = new Wording(
                $"不是可用的正则表达式：{wrong.Message}",
                $"not a regular expression that can be used here: {wrong.Message}");
            return false;
        }
    }

    public bool Matches(string id) => whole.IsMatch(id);
}
