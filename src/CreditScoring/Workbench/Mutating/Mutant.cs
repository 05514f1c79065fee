using CreditScoring.Documents;

namespace CreditScoring.Workbench.Mutating;

/// <summary>One small change to one document of a pack, to see whether a case notices.</summary>
/// <param name="Source">The document as it is.</param>
/// <param name="Start">Offset of the first character replaced.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Becomes">What stands there instead.</param>
public sealed record Mutant(SourceText Source, int Start, int End, string Becomes)
{
    public Place Place => Source.At(Start);

    public string Was => Source.Text[Start..End];

    /// <summary>The changed document; nothing on disk is ever touched.</summary>
    public SourceText Changed() =>
        new(Source.File, string.Concat(Source.Text.AsSpan(0, Start), Becomes, Source.Text.AsSpan(End)));

    public override string ToString() => $"{Place}: {Short(Was)} -> {Short(Becomes)}";

    private static string Short(string text) =>
        Spelling.Shown(text.Replace("\\\"", "\"", StringComparison.Ordinal));
}

/// <summary>What came of a mutant.</summary>
public enum Fate
{
    /// <summary>A case failed: the cases say what this part of the rules means.</summary>
    Noticed,

    /// <summary>Every case still passes.</summary>
    Unnoticed,

    /// <summary>The pack does not even load so; it says nothing of the cases.</summary>
    Refused,
}
