namespace CreditScoring.Service.Telemetry;

/// <summary>The version of the program that runs, such as 0.1.0.</summary>
public static class ProgramVersion
{
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);
}
