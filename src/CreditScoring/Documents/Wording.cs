namespace CreditScoring.Documents;

/// <summary>One sentence for people, in Chinese and in English; neither may be empty.</summary>
public readonly record struct Wording(string Zh, string En)
{
    /// <summary>The sentence in <paramref name="language"/>: "zh", anything else is English.</summary>
    public string In(string language) => language == "zh" ? Zh : En;

    public override string ToString() => En;
}
