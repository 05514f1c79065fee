using CreditScoring.Enterprises;

namespace CreditScoring.Law.Scenes;

/// <summary>
/// The subject as rules see it: its id, and the latest value of each field of its <c>profile</c> events
/// up to a day (null: all that stand).
/// </summary>
public sealed class SubjectView(Scene scene, Subject subject, DateOnly? asOf)
{
    /// <summary>The kind of event that says what a subject is.</summary>
    public const string ProfileKind = "profile";

    public Subject Subject { get; } = subject;

    public string Id => Subject.Id;

    public string Kind => Subject.Kind;

    /// <summary>The latest value that a profile gave; null: none did.</summary>
    public object? this[string field]
    {
        get
        {
            for (var i = scene.Profiles.Count - 1; i >= 0; i--)
            {
                var profile = scene.Profiles[i];
                if (!(profile.From > asOf) && profile[field] is { } value)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>All that can be read of it now, as a value.</summary>
    public SubjectFacts Facts => new(Subject, scene.Profiles, asOf);

    /// <summary>The subject as it was at the end of a day.</summary>
    public SubjectView On(DateOnly day) => new(scene, Subject, day);

    /// <summary>The day of the first profile after a day; MaxValue: none so far.</summary>
    public DateOnly TurnAfter(DateOnly day) =>
        scene.Profiles.FirstOrDefault(profile => profile.From > day)?.From ?? DateOnly.MaxValue;
}

/// <summary>What a subject is known to be: the same profiles say the same of the same subject.</summary>
/// <param name="Profiles">The list itself, which is a value.</param>
/// <param name="AsOf">The day as of which they are read; null: all.</param>
public readonly record struct SubjectFacts(
    Subject Subject, IReadOnlyList<Happening> Profiles, DateOnly? AsOf);
