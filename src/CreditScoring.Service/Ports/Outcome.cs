namespace CreditScoring.Service.Ports;

/// <summary>What became of an event that was sent.</summary>
public enum Outcome
{
    /// <summary>
    /// On disk, in the files of its subjects, or waiting for the event that it mends.
    /// </summary>
    Accepted,

    /// <summary>Known already, with the same content; nothing was done.</summary>
    Duplicate,

    /// <summary>Its id is known with other content; kept in quarantine.</summary>
    Conflict,

    /// <summary>Cannot be used; kept in quarantine with its flaws.</summary>
    Quarantined,
}

/// <summary>Outcomes as answers, the record and metrics write them.</summary>
public static class OutcomeNames
{
    public static string Name(this Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
