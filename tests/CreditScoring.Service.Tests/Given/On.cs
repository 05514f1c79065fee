namespace CreditScoring.Service.Tests.Given;

/// <summary>On which record a running service is tested.</summary>
public enum On
{
    Sqlite,
    Postgres,
}
