using CreditScoring.Documents;

namespace CreditScoring.Workbench.Editing;

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind { Name, NamedValue, Field, Function, Value, Property, Article }

/// <summary>Something that can be written at the caret.</summary>
/// <param name="Text">As it is written, such as <c>occurredOn</c>.</param>
/// <param name="Detail">Its type or signature, in a few words.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, Wording Detail)
{
    /// <summary>What it means; null: nobody has said.</summary>
    public Wording? Meaning { get; init; }

    /// <summary>What is put in its place, quotes and all.</summary>
    public string Insert { get; init; } = Text;
}

/// <summary>What can be written at a caret, and what that replaces.</summary>
/// <param name="Start">The offset of the first character that is replaced.</param>
/// <param name="End">The offset after the last.</param>
public sealed record Completion(int Start, int End, IReadOnlyList<Suggestion> Suggestions);

/// <summary>What the word under the mouse means.</summary>
/// <param name="Text">Several lines, in Markdown.</param>
public sealed record HoverCard(int Start, int End, Wording Text);

/// <summary>A flaw with the characters that it is about, as offsets.</summary>
public sealed record MarkedFlaw(Flaw Flaw, int Start, int End);
