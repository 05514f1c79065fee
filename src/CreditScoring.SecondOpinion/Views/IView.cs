namespace CreditScoring.SecondOpinion.Views;

/// <summary>A record as the package's texts read it, over one of ours.</summary>
public interface IView
{
    /// <summary>The record of ours; null: one that is not there.</summary>
    object? Inner { get; }
}
