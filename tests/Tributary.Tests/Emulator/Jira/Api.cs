namespace Tributary.Tests.Emulator.Jira;

/// <summary>The three ways in which Jira is spoken to.</summary>
public enum Api
{
    CloudV3,
    CloudV2,
    DataCenter,
}
