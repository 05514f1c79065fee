using CreditScoring.Enterprises;

namespace CreditScoring.Effects;

/// <summary>What a visit was made for (检查来源).</summary>
public enum VisitOrigin
{
    /// <summary>Drawn at random (双随机抽中).</summary>
    Drawn,

    /// <summary>By risk: key supervision, follow-up, a window (风险导向).</summary>
    Risk,

    /// <summary>A complaint or a report (投诉举报).</summary>
    Complaint,

    /// <summary>Anything else, such as a campaign.</summary>
    Other,
}

/// <summary>A rule that stood behind points which counted the day before a visit.</summary>
/// <param name="Regime">Its regime.</param>
/// <param name="Name">As the workflow has it.</param>
public readonly record struct RuleName(string Regime, string Name);

/// <summary>A visit that was made, and how its object stood the day before.</summary>
/// <param name="Tier">In the regime that grades; null: it had none.</param>
/// <param name="Rules">
/// By which there were points, and the rung that decided the tier, each once.
/// </param>
/// <param name="IsHit">Whether it found a violation.</param>
public sealed record ObservedVisit(
    Subject Subject, DateOnly On, VisitOrigin Origin, string? Tier, IReadOnlyList<RuleName> Rules,
    bool IsHit);
